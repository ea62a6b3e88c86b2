/** Qr is the join link as a picture, drawn by the server. It is dark on white in every theme, or phones cannot read it. */
export function Qr({ room, alt, to = "" }: { room: string; alt: string; to?: "" | "?sjekk" }) {
	return <img class="qr" src={`/api/rooms/${room}/qr.svg${to}`} alt={alt} width={400} height={400} />;
}
