// The widgets as elements: invisible and letting every press through to the canvas, but there for screen readers, for search
// and for tests. A tree as deep as the widgets say; created, changed and removed by comparing with the last frame.
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
const READ_AS_CONTENT: ReadonlySet<string> = new Set(['text', 'heading', 'status', 'alert', 'gridcell', 'columnheader']);

/** Roles whose content is their value. What others have to say beside their name is their description. */
const VALUE_AS_CONTENT: ReadonlySet<string> = new Set(['combobox', 'textbox', 'searchbox']);

const ARIA_STATES = ['selected', 'disabled', 'expanded', 'checked', 'readonly', 'invalid', 'pressed'] as const;

/** States that come with what they are (level:2), as ARIA names them. */
const ARIA_VALUES = [
  'level', 'rowindex', 'rowcount', 'colindex', 'colcount', 'colspan', 'sort', 'valuenow', 'modal', 'pressed', 'haspopup', 'live',
] as const;

interface Mirrored {
  element: HTMLElement;
  /** Its own text, before the elements it holds. */
  text: Text | null;
  json: string;
  node: NodeTuple;
}

/** An element that holds others, while they are put in order. */
interface Level {
  element: HTMLElement;
  place: ChildNode | null;
  depth: number;
  x: number;
  y: number;
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
    const levels: Level[] = [{ element: this.overlay, place: this.overlay.firstChild, depth: -1, x: 0, y: 0 }];
    const controls: [Mirrored, string][] = [];
    let focused = '';
    nodes.forEach((node, i) => {
      const depth = node[9];
      while (levels[levels.length - 1]!.depth >= depth) levels.pop();
      const level = levels[levels.length - 1]!;
      let id = node[0];
      while (next.has(id)) id += '+';
      const holds = (nodes[i + 1]?.[9] ?? 0) > depth;
      const entry = this.entry(id, node, level, holds);
      next.set(id, entry);
      // Reading order is drawing order. What stood here may have moved into another element meanwhile.
      if (level.place && level.place.parentNode !== level.element) level.place = null;
      if (level.place === entry.element) level.place = level.place.nextSibling;
      else level.element.insertBefore(entry.element, level.place);
      if (holds) levels.push({ element: entry.element, place: firstHeld(entry), depth, x: node[5], y: node[6] });
      if (node[4].includes('focused')) focused = entry.element.id;
      const controlled = /\bcontrols:(\S+)/.exec(node[4])?.[1];
      if (controlled) controls.push([entry, controlled]);
    });
    for (const [id, { element }] of this.mirrored) if (next.get(id)?.element !== element) element.remove();
    this.mirrored = next;
    for (const [{ element }, id] of controls) {
      const controlled = next.get(id);
      if (controlled) element.setAttribute('aria-controls', controlled.element.id);
    }
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

  private entry(id: string, node: NodeTuple, { x, y }: Level, holds: boolean): Mirrored {
    const json = `${JSON.stringify(node)} ${x} ${y} ${holds}`;
    const known = this.mirrored.get(id);
    if (known?.json === json) return known;
    // Another kind of widget of the same name gets another element.
    const same = known?.node[1] === node[1] ? known : null;
    const element = same?.element ?? document.createElement('div');
    if (!same) element.id = `w${++this.made}`;
    const entry = { element, text: same?.text ?? null, json, node };
    describe(entry, holds);
    element.style.left = `${node[5] - x}px`;
    element.style.top = `${node[6] - y}px`;
    return entry;
  }
}

function firstHeld({ element, text }: Mirrored): ChildNode | null {
  return text ? text.nextSibling : element.firstChild;
}

function describe(entry: Mirrored, holds: boolean): void {
  const { element } = entry;
  const [, role, name, value, state, , , width, height] = entry.node;
  const words = state.split(' ');
  const states = new Set(words);
  if (role !== 'text') element.setAttribute('role', role);

  const content = READ_AS_CONTENT.has(role) && !holds;
  if (content) {
    write(entry, value ? `${name} ${value}` : name);
    element.removeAttribute('aria-label');
    element.removeAttribute('title');
  } else {
    // A picture is read by its name alone.
    set(element, 'aria-label', role === 'img' && value ? `${name}：${value}` : name);
    write(entry, VALUE_AS_CONTENT.has(role) ? value : '');
    set(element, 'title', VALUE_AS_CONTENT.has(role) || role === 'img' || role === 'progressbar' ? '' : value);
    if (role === 'progressbar') set(element, 'aria-valuetext', value);
  }

  for (const word of ARIA_STATES) {
    if (states.has(word)) element.setAttribute(`aria-${word}`, 'true');
    else if (BINARY[role]?.includes(word)) element.setAttribute(`aria-${word}`, 'false');
    else element.removeAttribute(`aria-${word}`);
  }
  if (states.has('collapsed')) element.setAttribute('aria-expanded', 'false');
  set(element, 'aria-current', states.has('current') ? 'page' : '');
  const values = new Map(words.filter((word) => word.includes(':')).map((word) => word.split(':', 2) as [string, string]));
  if (role === 'heading' && !values.has('level')) values.set('level', '2');
  for (const name of ARIA_VALUES) {
    const worth = values.get(name);
    if (worth !== undefined) element.setAttribute(`aria-${name}`, worth);
    else if (!(ARIA_STATES as readonly string[]).includes(name)) element.removeAttribute(`aria-${name}`);
  }
  if (!values.has('controls')) element.removeAttribute('aria-controls');

  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** An empty value takes the attribute away. */
function set(element: HTMLElement, attribute: string, value: string): void {
  if (value) element.setAttribute(attribute, value);
  else element.removeAttribute(attribute);
}

function write(entry: Mirrored, text: string): void {
  if (entry.text) {
    if (entry.text.data !== text) entry.text.data = text;
  } else if (text) {
    entry.text = document.createTextNode(text);
    entry.element.insertBefore(entry.text, entry.element.firstChild);
  }
}

function isField(node: NodeTuple): boolean {
  return node[1] === 'textbox' || node[1] === 'searchbox';
}

function overlaps(node: NodeTuple, [x, y, width, height]: Box): boolean {
  const [centreX, centreY] = [x + width / 2, y + height / 2];
  return centreX >= node[5] && centreX < node[5] + node[7] && centreY >= node[6] && centreY < node[6] + node[8];
}
