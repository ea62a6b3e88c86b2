import { t } from "../words/words";

/** hereSays is how many take part, and how many of their phones are in touch where some are not. */
export const hereSays = (n: number, phones?: { on: number; of: number }): string =>
	phones && phones.on < phones.of ? t("lead.here_on", { n, on: phones.on }) : t("lead.here", { n });
