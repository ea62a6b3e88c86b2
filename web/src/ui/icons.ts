// The icons: one stroke of 2 on a 24 grid, round ends. Each is a path of its
// own, so that a phone is sent only those it shows.

export const back = "M19 12H5M11 6l-6 6 6 6";
export const calendar = "M6 5h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM4 10h16M8 3v4M16 3v4";
export const check = "M5 12.5l4.5 4.5L19 7.5";
export const clock = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2";
export const contrast = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M15 6v12M18 8v8";
export const down = "M6 9l6 6 6-6";
export const download = "M12 4v11M7 10.5l5 4.5 5-4.5M5 20h14";
export const flag = "M6 21V4h11l-2 4 2 4H6";
export const globe = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18";
export const hand =
	"M7 12V6a1.5 1.5 0 0 1 3 0v5-7a1.5 1.5 0 0 1 3 0v7-5a1.5 1.5 0 0 1 3 0v7-3a1.5 1.5 0 0 1 3 0v4a7 7 0 0 1-7 7c-4 0-5.5-2.5-8-7a1.5 1.5 0 0 1 3-1z";
export const key = "M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12l8-8M16 7l3 3";
export const link = "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1";
export const lock = "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3";
export const mail = "M4 6h16v12H4zM4 7l8 6 8-6";
export const merge = "M5 4l7 8v8M19 4l-7 8M9 17l3 3 3-3";
export const more = "M5 12h.01M12 12h.01M19 12h.01";
export const next = "M5 12h14M13 6l6 6-6 6";
export const offline = "M4 9.5a12 12 0 0 1 16 0M7 13a8 8 0 0 1 10 0M10 16.5a3.5 3.5 0 0 1 4 0M4 4l16 16";
export const online = "M4 9.5a12 12 0 0 1 16 0M7 13a8 8 0 0 1 10 0M10 16.5a3.5 3.5 0 0 1 4 0";
export const paper = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";
export const pause = "M8 5v14M16 5v14";
export const pen = "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3";
export const people =
	"M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14.5a6.5 6.5 0 0 1 3 5.5";
export const phone = "M9 3h6a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 18h2";
export const play = "M8 5l11 7-11 7z";
export const plus = "M12 5v14M5 12h14";
export const screen = "M4 4h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM12 16v4M8 20h8";
export const search = "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.5 15.5L20 20";
export const speaker = "M4 9v6h4l5 4V5L8 9zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11";
export const split = "M12 20v-7L5 5M12 13l7-8M5 9V5h4M15 5h4v4";
export const trash = "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5";
export const undo = "M9 7l-5 5 5 5M4 12h10a6 6 0 0 1 6 6";
export const unlock =
	"M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 7.6-1.7";
export const warning = "M12 4l9 16H3zM12 10v4.5M12 17.5h.01";
export const minus = "M5 12h14";
export const up = "M6 15l6-6 6 6";
export const card = "M6 8h8a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM9 4h9a2 2 0 0 1 2 2v11";
export const speech = "M5 4h14a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-5 4v-4H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z";
export const lamp = "M12 3a6 6 0 0 0-3.4 10.9c.6.5.9 1.2.9 2.1h5c0-.9.3-1.6.9-2.1A6 6 0 0 0 12 3zM10 19h4M11 21.5h2";
export const hall = "M4 9l8-5 8 5zM5 20h14M7 9v11M12 9v11M17 9v11";
export const house = "M4 11l8-7 8 7M6 10v10h12V10";
export const work = "M4 8h16v11H4zM9 8V5h6v3M4 13h16";
export const bike = "M6 13a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM18 13a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM6 17l4-8h5l3 8M8 6h4";
export const candle = "M9 11h6v9H9zM12 3c-3 3-2 5 0 5s3-2 0-5z";
