/** Icons that no first screen of a phone shows. They are a module of their own, so that they come with the part that shows them. */

export const eye = "M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z";
export const door = "M13 4H6v16h7M10 12h10M16 8l4 4-4 4";
export const close = "M6 6l12 12M18 6L6 18";
export const print = "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z";
export const expand = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";
export const info = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5h.01";
