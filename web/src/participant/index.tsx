import "./participant.css";
import { render } from "preact";
import { notebook } from "../state/drafts";
import { fetchWords, preferred } from "../words/words";
import { App } from "./app";
import { wearSize } from "./text";
import { keepPage } from "./worker";

wearSize();
const lang = preferred(notebook.read("lang"), ...navigator.languages);
const app = document.getElementById("app") as HTMLElement;
// A catalogue that does not come is asked for again: without words there is no page.
while (!(await fetchWords(lang))) await new Promise((done) => setTimeout(done, 1000));
app.replaceChildren();
render(<App />, app);
if (document.readyState === "complete") keepPage();
else addEventListener("load", keepPage);
