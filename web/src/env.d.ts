/** The languages there are, put in by the bundler: name, direction and address of each catalogue of this surface. */
declare const DUGNAD_LANGS: Record<string, { name: string; dir: "ltr" | "rtl"; url: string }>;

declare module "*.css";
