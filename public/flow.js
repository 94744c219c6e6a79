// Brings a link in a picture into view when it takes the focus. Firefox scrolls to nothing that is within a picture.
//
// Must be JavaScript: a flow's page has no tool, and so no wasm.
addEventListener("focusin", ({ target }) => {
  const picture = target.ownerSVGElement;
  if (!picture) return;
  const link = target.getBoundingClientRect();
  if (link.top < 0 || link.bottom > innerHeight) scrollBy(0, (link.top + link.bottom - innerHeight) / 2);
  const frame = picture.parentElement;
  const seen = frame.getBoundingClientRect();
  if (link.left < seen.left || link.right > seen.right) {
    frame.scrollBy((link.left + link.right - seen.left - seen.right) / 2, 0);
  }
});
