// The widgets as elements: invisible and letting every press through to the canvas, but there for screen readers, for search
// and for tests. Created, changed and removed by comparing with the last frame.
import type { Box, NodeTuple } from './host';

/** States that say "false" when they are absent, by role; for other roles an absent state says nothing. */
const BINARY: Readonly<Record<string, readonly string[]>> = {
  tab: ['selected'],
  option: ['selected'],
  checkbox: ['checked'],
  radio: ['checked'],
  switch: ['checked'],
  combobox: ['expanded'],
};

/** Roles whose text is their name: it is read as content, not as a label. */
const READ_AS_CONTENT: ReadonlySet<string> = new Set(['text', 'heading', 'status', 'alert']);

const ARIA_STATES = ['selected', 'disabled', 'expanded', 'checked', 'readonly', 'invalid', 'pressed'] as const;

interface Mirrored {
  element: HTMLElement;
  json: string;
  node: NodeTuple;
}

export class Semantics {
  private mirrored = new Map<string, Mirrored>();
  private covered: HTMLElement | null = null;
  private made = 0;

  /** `press` is called for a press that does not come from a pointer. */
  constructor(
    private readonly overlay: HTMLElement,
    private readonly stage: HTMLElement,
    press: (x: number, y: number) => void,
  ) {
    // Pointers never reach the overlay; a click here was made by assistive technology or a script.
    overlay.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLElement) || target === overlay) return;
      const box = target.getBoundingClientRect();
      press(box.x + box.width / 2, box.y + box.height / 2);
    });
  }

  update(nodes: readonly NodeTuple[]): void {
    const next = new Map<string, Mirrored>();
    let place = this.overlay.firstChild;
    let focused = '';
    for (const node of nodes) {
      let id = node[0];
      while (next.has(id)) id += '+';
      const before = this.mirrored.get(id);
      const entry = this.entry(id, node);
      next.set(id, entry);
      if (before && before.element !== entry.element) {
        // Another kind of widget of the same name: the old element goes, and the place with it.
        if (place === before.element) place = place.nextSibling;
        before.element.remove();
      }
      this.mirrored.delete(id);
      // Reading order is drawing order.
      if (place === entry.element) place = place.nextSibling;
      else this.overlay.insertBefore(entry.element, place);
      if (node[4].includes('focused')) focused = entry.element.id;
    }
    for (const { element } of this.mirrored.values()) element.remove();
    this.mirrored = next;
    if (focused) this.stage.setAttribute('aria-activedescendant', focused);
    else this.stage.removeAttribute('aria-activedescendant');
  }

  /** While a real text field stands over a mirrored one, only the real one is there. */
  cover(field: { label: string; box: Box } | null): void {
    const over = field && [...this.mirrored.values()].find(({ node }) => isField(node) && overlaps(node, field.box));
    const element = over ? over.element : null;
    if (element === this.covered) return;
    if (this.covered) this.covered.hidden = false;
    if (element) element.hidden = true;
    this.covered = element;
  }

  private entry(id: string, node: NodeTuple): Mirrored {
    const json = JSON.stringify(node);
    const known = this.mirrored.get(id);
    if (known?.json === json) return known;
    let element = known?.element;
    if (!element || known?.node[1] !== node[1]) {
      element = document.createElement('div');
      element.id = `w${++this.made}`;
    }
    describe(element, node);
    return { element, json, node };
  }
}

function describe(element: HTMLElement, [, role, name, value, state, x, y, width, height]: NodeTuple): void {
  const states = new Set(state.split(' '));
  if (role !== 'text') element.setAttribute('role', role);
  if (role === 'heading') element.setAttribute('aria-level', '2');
  let content = value;
  if (READ_AS_CONTENT.has(role)) content = value ? `${name} ${value}` : name;
  else element.setAttribute('aria-label', name);
  if (element.textContent !== content) element.textContent = content;
  for (const word of ARIA_STATES) {
    if (states.has(word)) element.setAttribute(`aria-${word}`, 'true');
    else if (BINARY[role]?.includes(word)) element.setAttribute(`aria-${word}`, 'false');
    else element.removeAttribute(`aria-${word}`);
  }
  if (states.has('collapsed')) element.setAttribute('aria-expanded', 'false');
  if (states.has('current')) element.setAttribute('aria-current', 'page');
  else element.removeAttribute('aria-current');
  const { style } = element;
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

function isField(node: NodeTuple): boolean {
  return node[1] === 'textbox' || node[1] === 'searchbox';
}

function overlaps(node: NodeTuple, [x, y, width, height]: Box): boolean {
  const [centreX, centreY] = [x + width / 2, y + height / 2];
  return centreX >= node[5] && centreX < node[5] + node[7] && centreY >= node[6] && centreY < node[6] + node[8];
}
