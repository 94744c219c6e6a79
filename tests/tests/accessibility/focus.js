// Each place that can have the focus shows that it has, and nothing stands in front of it.
// In the colours of the reader's system, shadows and backgrounds do not show.
const forced = matchMedia("(forced-colors: active)").matches;
const shown = (at) => [at, ...(at.labels ?? [])].map((part) => [null, "::before", "::after"].map((pseudo) => {
  const style = getComputedStyle(part, pseudo);
  const lines = [style.outlineStyle, style.outlineWidth, style.borderTopWidth, style.borderBottomWidth,
    style.textDecorationLine, style.textDecorationThickness];
  const colours = [style.outlineColor, style.boxShadow, style.backgroundColor, style.borderTopColor];
  return lines.concat(forced ? [] : colours).join();
}).join()).join();
// Of what is in the window: a long link in a table that scrolls is not seen whole, nor is a tall table.
const points = (at) => (at.ownerSVGElement ? [at.getBoundingClientRect()] : [...at.getClientRects()])
  .map(({ left, top, right, bottom }) => [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)])
  .filter(([left, top, right, bottom]) => right - left > 1 && bottom - top > 1)
  .flatMap(([left, top, right, bottom]) =>
    [0.5, 0.1, 0.9].map((part) => [left + (right - left) * part, (top + bottom) / 2]));
const inFront = (at) => {
  const parts = [at, ...(at.labels ?? [])];
  const found = [];
  for (const part of parts) {
    for (const [x, y] of points(part)) {
      const top = document.elementFromPoint(x, y);
      // What the reader opened on top goes by Escape. An ancestor is behind: the point lies in a gap of the element.
      if (!top || top.closest(":popover-open") || parts.some((one) => one.contains(top) || top.contains(one))) return null;
      found.push(named(top));
    }
  }
  return found.length ? `is behind ${found[0]}` : "is out of sight";
};
const found = [];
const before = document.activeElement;
for (const at of focusable()) {
  document.activeElement?.blur();
  const without = shown(at);
  at.focus({ focusVisible: true });
  if (document.activeElement !== at) {
    found.push(`${named(at)} does not take the focus`);
    continue;
  }
  if (shown(at) === without) found.push(`${named(at)} does not show that it has the focus`);
  const hidden = inFront(at);
  if (hidden) found.push(`${named(at)} ${hidden} when it has the focus`);
}
document.activeElement?.blur();
before?.focus?.();
scrollTo(0, 0);
return found.slice(0, 5);
