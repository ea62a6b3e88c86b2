import "../css/check.css";
import { render } from "preact";
import { fetchWords, preferred } from "../words/words";
import { Check } from "./page";

const app = document.getElementById("app") as HTMLElement;
const code = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
while (!(await fetchWords(preferred(...navigator.languages)))) await new Promise((done) => setTimeout(done, 1000));
app.replaceChildren();
render(<Check code={code} />, app);
