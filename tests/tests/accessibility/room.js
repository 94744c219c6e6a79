// Text that an element cuts off: outside what its nearest clipping ancestors show, where no one can scroll to it.
const hidden = (style) => style.clipPath !== "none" || style.clip !== "auto";
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const found = [];
for (let text = walker.nextNode(); text && found.length < 5; text = walker.nextNode()) {
  const at = text.parentElement;
  if (!text.data.trim() || at.closest("script, style, noscript, option, textarea") || !at.checkVisibility({ visibilityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  for (let around = at; around && around !== document.body; around = around.parentElement) {
    const style = getComputedStyle(around);
    if (hidden(style)) break;
    const cutsX = ["hidden", "clip"].includes(style.overflowX);
    const cutsY = ["hidden", "clip"].includes(style.overflowY);
    if (!cutsX && !cutsY) continue;
    const frame = around.getBoundingClientRect();
    const out = boxes.some((box) =>
      (cutsX && (box.left < frame.left - 1 || box.right > frame.right + 1)) ||
      (cutsY && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1)));
    if (out) {
      found.push(`“${text.data.trim().slice(0, 40)}” is cut off by ${named(around)}`);
      break;
    }
  }
}
return found;
