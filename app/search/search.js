// The search page of the site: the texts come from the site when they are first wanted.
import { searchBox } from "./box.js";

searchBox(document.querySelector("[data-tool=search]"), async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
});
