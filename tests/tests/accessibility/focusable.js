// What Tab should stop at, in the order of the page.
const focusable = () => {
  const radios = new Map();
  for (const radio of document.querySelectorAll("input[type=radio]")) {
    const group = `${radio.form?.id} ${radio.name}`;
    if (!radios.has(group) || radio.checked) radios.set(group, radio);
  }
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((at) =>
    at.tabIndex >= 0 && !at.disabled && at.type !== "hidden" && !at.closest("[inert]") &&
    at.checkVisibility({ visibilityProperty: true }) &&
    // A group of radios is one stop: at the one that is chosen, or the first.
    (at.type !== "radio" || [...radios.values()].includes(at)));
};
const named = (at) => (at.cloneNode(false).outerHTML ?? String(at)).slice(0, 120);
