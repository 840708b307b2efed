// The real text field over the drawn one. Input methods, selection, undo, dictation and on-screen keyboards work because it
// is the browser's own; it looks like the drawn field because it has the same place, type and colour.
//
// The field holds the draft and reports every change; while an input method is composing it reports nothing, and Enter,
// Escape and Tab belong to the input method.
import { caretAt } from './caret';
import { FONT_FAMILY, LANGUAGE, LINE_HEIGHT } from './font';
import type { Box, EditorSpec, TextEvent } from './host';

/** A press this recent opened the field. */
const RECENT = 500; // ms

export interface EditorNeeds {
  /** Tell the app; `settle` when the next key may already belong to another field. */
  report(kind: TextEvent, key: string, text: string, settle: boolean): void;
  /** Where drawn text has its baseline in a line box whose top is at `y`, in CSS pixels. */
  drawnBaseline(y: number, size: number, lineHeight: number): number;
  lastPress(): { x: number; y: number; time: number };
}

export class TextEditor {
  private wanted: EditorSpec | null = null;
  private spec: EditorSpec | null = null;
  private field: HTMLTextAreaElement | null = null;
  private reported = '';
  private composing = false;
  /** The field lost its focus to something else in the page; the app knows. */
  private left = false;

  /** Where assistive technology finds the field; takes no place itself. */
  private readonly landmark = document.createElement('div');

  constructor(
    private readonly stage: HTMLElement,
    private readonly needs: EditorNeeds,
  ) {
    this.landmark.setAttribute('role', 'region');
    this.landmark.setAttribute('aria-label', '正在填写');
    stage.append(this.landmark);
  }

  /** What the app wants after this frame; takes effect with sync(), outside of the frame. */
  place(spec: EditorSpec | null): void {
    this.wanted = spec;
  }

  sync(): void {
    const { wanted } = this;
    if (!wanted) {
      this.close();
    } else if (!this.field || this.left || wanted.key !== this.spec?.key) {
      this.open(wanted);
    } else if (wanted !== this.spec) {
      this.spec = wanted;
      this.layOut(this.field, wanted);
    }
  }

  /** The field being edited, if any. */
  get active(): EditorSpec | null {
    return this.field ? this.spec : null;
  }

  contains(target: EventTarget | null): boolean {
    return target !== null && target === this.field;
  }

  /** Report what has been typed so far, an unfinished composition included. */
  flush(): void {
    const { field } = this;
    if (!field) return;
    if (this.composing) {
      // Taking the focus away makes the input method hand over what it has; it is not leaving the field.
      this.field = null;
      field.blur();
      this.field = field;
      this.composing = false;
      field.focus({ preventScroll: true });
    }
    this.change();
  }

  /** A press elsewhere. */
  leave(): void {
    this.field?.blur();
  }

  private open(spec: EditorSpec): void {
    this.close();
    this.spec = spec;
    const field = document.createElement('textarea'); // a fresh one: its undo history is this field's alone
    this.field = field;
    this.left = false;
    this.composing = false;
    this.reported = spec.text;
    field.className = spec.multiline ? 'field multiline' : 'field';
    field.value = spec.text;
    field.placeholder = spec.placeholder;
    field.lang = LANGUAGE;
    field.rows = 1;
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.inputMode = spec.numeric ? 'decimal' : 'text';
    field.setAttribute('aria-label', spec.label);
    field.setAttribute('aria-multiline', String(spec.multiline));
    this.layOut(field, spec);
    this.listen(field);
    this.landmark.append(field);
    field.focus({ preventScroll: true });
    this.placeCaret(field, spec);
  }

  private close(): void {
    const { field } = this;
    if (!field) return;
    this.field = null; // first: taking it out of the page makes it report a blur
    field.remove();
    this.stage.focus({ preventScroll: true });
  }

  private layOut(field: HTMLTextAreaElement, { box, clip, size, multiline, numeric }: EditorSpec): void {
    const lineHeight = multiline ? size * LINE_HEIGHT : box[3];
    const { style } = field;
    style.fontFamily = FONT_FAMILY;
    style.fontSize = `${size}px`;
    style.lineHeight = `${lineHeight}px`;
    style.textAlign = numeric ? 'right' : 'left';
    const [x, , width, height] = box;
    const y = this.needs.drawnBaseline(box[1], size, lineHeight) - browserBaseline(this.stage, size, lineHeight);
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.clipPath = inset([x, y, width, height], clip);
  }

  private placeCaret(field: HTMLTextAreaElement, spec: EditorSpec): void {
    const press = this.needs.lastPress();
    const [x, y, width, height] = spec.box;
    const pressed =
      performance.now() - press.time < RECENT &&
      press.x >= x - 16 && press.x < x + width + 16 && press.y >= y - 16 && press.y < y + height + 16;
    if (spec.numeric || !pressed) {
      field.select(); // a number is replaced more often than mended, and so is a field reached by keyboard
      return;
    }
    const within = (value: number, from: number, length: number) => Math.min(Math.max(value, from + 1), from + length - 1);
    const at = caretAt(field, within(press.x, x, width), within(press.y, y, height)) ?? field.value.length;
    field.setSelectionRange(at, at);
  }

  private listen(field: HTMLTextAreaElement): void {
    field.addEventListener('compositionstart', () => (this.composing = true));
    field.addEventListener('compositionend', () => {
      this.composing = false;
      this.change(field);
    });
    field.addEventListener('input', (event) => {
      this.keepToOneLine(field);
      if (!this.composing && !(event instanceof InputEvent && event.isComposing)) this.change();
    });
    field.addEventListener('keydown', (event) => this.key(event));
    field.addEventListener('blur', () => {
      if (this.field !== field) return;
      if (!document.hasFocus()) {
        this.change(); // another window came to the front; the field keeps its place here
        return;
      }
      this.left = true;
      this.report('blur', false);
    });
  }

  private key(event: KeyboardEvent): void {
    // 229: browsers that send the key that ends a composition after the composition.
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.metaKey) return;
    const { key, ctrlKey, shiftKey } = event;
    if (key === 'Enter' && (ctrlKey || (!this.spec?.multiline && !shiftKey))) {
      this.answer(event, 'enter');
    } else if (key === 'Tab' && !ctrlKey) {
      this.answer(event, shiftKey ? 'shift_tab' : 'tab');
    } else if (key === 'Escape') {
      this.answer(event, 'escape');
    }
  }

  private answer(event: KeyboardEvent, kind: TextEvent): void {
    event.preventDefault();
    this.report(kind, true);
  }

  /** Report a change, if it is one. */
  private change(field = this.field): void {
    if (field && field.value !== this.reported) {
      this.reported = field.value;
      this.needs.report('changed', this.spec?.key ?? '', field.value, false);
    }
  }

  private report(kind: TextEvent, settle: boolean): void {
    const text = this.field?.value ?? '';
    this.reported = text;
    this.needs.report(kind, this.spec?.key ?? '', text, settle);
  }

  /** A line break can still come by paste, drop or dictation. */
  private keepToOneLine(field: HTMLTextAreaElement): void {
    if (this.spec?.multiline || !/[\r\n]/.test(field.value)) return;
    const caret = field.selectionStart;
    field.value = field.value.replace(/\r\n?|\n/g, ' ');
    field.setSelectionRange(caret, caret);
  }
}

/** What of `box` lies outside of `clip`, as CSS. */
function inset(box: Box, clip: Box): string {
  const cut = (value: number) => `${Math.max(0, value)}px`;
  const [x, y, width, height] = box;
  const room = 2; // for the caret at the very edge, and strokes that reach out of the line box
  return `inset(${cut(clip[1] - room - y)} ${cut(x + width - clip[0] - clip[2] - room)} ${cut(
    y + height - clip[1] - clip[3] - room,
  )} ${cut(clip[0] - room - x)})`;
}

const baselines = new Map<string, number>();

/** Where the browser puts the baseline in a line box, which depends on what the computer's first font says of itself. */
function browserBaseline(stage: HTMLElement, size: number, lineHeight: number): number {
  const key = `${size} ${lineHeight} ${devicePixelRatio}`;
  let baseline = baselines.get(key);
  if (baseline === undefined) {
    const line = document.createElement('div');
    line.className = 'field';
    line.style.fontFamily = FONT_FAMILY;
    line.style.fontSize = `${size}px`;
    line.style.lineHeight = `${lineHeight}px`;
    const mark = document.createElement('span');
    mark.className = 'baseline';
    line.append('国', mark);
    stage.append(line);
    baseline = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
    line.remove();
    baselines.set(key, baseline);
  }
  return baseline;
}
