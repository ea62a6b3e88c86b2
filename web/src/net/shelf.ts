import { type IDBPDatabase, openDB } from "idb";
import type { Command } from "./outbox";

/** Where commands wait when the page is gone: the phone's own database. */
export interface Shelf {
	/** load gives what waits for a seat, oldest first. Nothing at all is a shelf that cannot be read, or was cleared away under us. */
	load(): Promise<Command[] | undefined>;
	/** put tells whether the command now lies there. */
	put(command: Command): Promise<boolean>;
	drop(id: string): Promise<void>;
}

/** A shelf that forgets with the page; for phones that offer no storage. */
export const noShelf: Shelf = {
	load: async () => undefined,
	put: async () => false,
	drop: async () => {},
};

/** openShelf opens the shelf of one room and surface, or one that forgets: private windows and full phones refuse storage. */
export async function openShelf(owner: string): Promise<Shelf> {
	let db: IDBPDatabase;
	try {
		db = await openDB("dugnad", 1, {
			upgrade(fresh) {
				fresh.createObjectStore("outbox", { keyPath: "id" }).createIndex("owner", "owner");
			},
		});
		// Browsers clear away all of a place or none of it. While this row stands, what is not here was taken by a tab of ours.
		await db.put("outbox", { id: "stands" });
	} catch {
		return noShelf;
	}
	const quietly = async (work: Promise<unknown>) => {
		try {
			await work;
			return true;
		} catch {
			return false; // storage that fails late is as storage that never was: memory still holds the command
		}
	};
	return {
		async load() {
			try {
				const rows = (await db.getAllFromIndex("outbox", "owner", owner)) as Command[];
				if ((await db.getKey("outbox", "stands")) === undefined) return undefined;
				return rows.sort((a, b) => a.at - b.at);
			} catch {
				return undefined;
			}
		},
		put: (command) => quietly(db.put("outbox", { ...command, owner })),
		drop: async (id) => void (await quietly(db.delete("outbox", id))),
	};
}
