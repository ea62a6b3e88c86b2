import { type IDBPDatabase, openDB } from "idb";
import type { Command } from "./outbox";

/** Where commands wait when the page is gone: the phone's own database. */
export interface Shelf {
	/** load gives what waits for a seat, oldest first. */
	load(): Promise<Command[]>;
	put(command: Command): Promise<void>;
	drop(id: string): Promise<void>;
}

/** A shelf that forgets with the page; for phones that offer no storage. */
export const noShelf: Shelf = {
	load: async () => [],
	put: async () => {},
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
	} catch {
		return noShelf;
	}
	const quietly = async (work: Promise<unknown>) => {
		try {
			await work;
		} catch {
			// Storage that fails late is as storage that never was: memory still holds the command.
		}
	};
	return {
		async load() {
			try {
				const rows = (await db.getAllFromIndex("outbox", "owner", owner)) as Command[];
				return rows.sort((a, b) => a.at - b.at);
			} catch {
				return [];
			}
		},
		put: (command) => quietly(db.put("outbox", { ...command, owner })),
		drop: (id) => quietly(db.delete("outbox", id)),
	};
}
