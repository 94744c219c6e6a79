// Each place that can have the focus shows that it has, and nothing stands in front of it.
const shown = (at) => [at, ...(at.labels ?? [])].map((part) => [null, "::before", "::after"].map((pseudo) => {
  const style = getComputedStyle(part, pseudo);
  return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor,
    style.borderTopWidth, style.borderTopColor, style.textDecorationLine, style.textDecorationThickness].join();
}).join()).join();
const middles = (at) => [...at.getClientRects()]
  .filter((box) => box.width > 1 && box.height > 1)
  .map((box) => [box.left + box.width / 2, box.top + box.height / 2])
  .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
const inFront = (at) => {
  const parts = [at, ...(at.labels ?? [])];
  const found = [];
  for (const part of parts) {
    for (const [x, y] of middles(part)) {
      const top = document.elementFromPoint(x, y);
      // An ancestor is behind it: the point lies in a gap of the element.
      if (!top || parts.some((one) => one.contains(top) || top.contains(one))) return null;
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
