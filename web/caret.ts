// Where in a text field a click would have put the caret. The click that opens a field hits the canvas, before the field is
// there; browsers only tell positions in ordinary text, so the same text is laid out once more as such.

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The offset into `field.value` at a point of the window, or null when unknown. */
export function caretAt(field: HTMLTextAreaElement, x: number, y: number): number | null {
  const twin = document.createElement('div');
  twin.className = field.className;
  twin.style.cssText = field.style.cssText;
  twin.style.clipPath = 'none';
  twin.textContent = field.value;
  field.parentElement?.append(twin);
  try {
    const text = twin.firstChild;
    const page: CaretDocument = document;
    if (page.caretPositionFromPoint) {
      const found = page.caretPositionFromPoint(x, y);
      return found?.offsetNode === text ? found.offset : null;
    }
    const range = page.caretRangeFromPoint?.(x, y);
    return range?.startContainer === text ? range.startOffset : null;
  } finally {
    twin.remove();
  }
}
