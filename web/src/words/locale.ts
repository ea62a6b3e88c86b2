/**
 * locale is the language a browser sets things out in. Chromium has no dates, numbers or alphabet for nynorsk, and would
 * use those of the phone's owner without a word; those of bokmål are the same, all but the weekdays.
 */
export const locale = (code: string) => (code === "nn" ? "nb" : code === "en" ? "en-GB" : code);
