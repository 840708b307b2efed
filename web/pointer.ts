// Mouse, pen and touch for the canvas. Touch drags scroll, touch taps press.
import type { Core } from './core';

/** A finger that moved less than this has tapped. */
const TAP_TOLERANCE = 8; // CSS px
const LINE = 24; // CSS px a wheel "line" stands for

export interface PointerNeeds {
  core: Core;
  wake(): void;
  /** The text field over the canvas looks after events inside itself. */
  inEditor(target: EventTarget | null): boolean;
  /** A press elsewhere ends typing. */
  leaveEditor(): void;
}

interface Finger {
  id: number;
  startX: number;
  startY: number;
  x: number;
  y: number;
  scrolls: boolean;
}

export class Pointer {
  /** The last press, for placing the caret where the person clicked. */
  press = { x: 0, y: 0, time: -Infinity };
  private finger: Finger | null = null;

  constructor(
    private readonly stage: HTMLElement,
    private readonly needs: PointerNeeds,
  ) {
    stage.addEventListener('pointerdown', (event) => this.down(event));
    stage.addEventListener('pointermove', (event) => this.move(event));
    stage.addEventListener('pointerup', (event) => this.up(event));
    stage.addEventListener('pointercancel', (event) => this.cancel(event));
    stage.addEventListener('pointerleave', (event) => this.leave(event));
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    // Pressing the canvas must not move the focus: the app decides where it goes.
    stage.addEventListener('mousedown', (event) => this.unlessEditing(event));
    stage.addEventListener('contextmenu', (event) => this.unlessEditing(event));
  }

  /** A whole press and release, for those who do not point (assistive technology). */
  click(x: number, y: number): void {
    const { core } = this.needs;
    this.needs.leaveEditor();
    this.press = { x, y, time: performance.now() };
    core.pointerAt(x, y, false);
    core.pointerButton(0, true, false);
    core.pointerButton(0, false, false);
    this.needs.wake();
  }

  private unlessEditing(event: Event): void {
    if (!this.needs.inEditor(event.target)) event.preventDefault();
  }

  private down(event: PointerEvent): void {
    if (this.needs.inEditor(event.target)) return;
    this.needs.leaveEditor();
    this.press = { x: event.clientX, y: event.clientY, time: performance.now() };
    this.stage.setPointerCapture(event.pointerId);
    this.modifiers(event);
    if (event.pointerType === 'touch') {
      const { clientX: x, clientY: y } = event;
      if (this.finger) this.finger.scrolls = true; // a second one: whatever this becomes, it is no tap
      else this.finger = { id: event.pointerId, startX: x, startY: y, x, y, scrolls: false };
    } else {
      this.needs.core.pointerAt(event.clientX, event.clientY, false);
      this.needs.core.pointerButton(event.button, true, false);
    }
    this.needs.wake();
  }

  private move(event: PointerEvent): void {
    if (event.pointerType !== 'touch') {
      this.needs.core.pointerAt(event.clientX, event.clientY, false);
      this.needs.wake();
      return;
    }
    const { finger } = this;
    if (finger?.id !== event.pointerId) return;
    const { clientX: x, clientY: y } = event;
    finger.scrolls ||= Math.hypot(x - finger.startX, y - finger.startY) > TAP_TOLERANCE;
    if (finger.scrolls) {
      this.needs.core.pointerAt(finger.startX, finger.startY, true);
      this.needs.core.scroll(finger.x - x, finger.y - y);
      this.needs.wake();
    }
    finger.x = x;
    finger.y = y;
  }

  private up(event: PointerEvent): void {
    const { core } = this.needs;
    this.press.time = performance.now(); // widgets answer the release
    if (event.pointerType !== 'touch') {
      core.pointerButton(event.button, false, false);
    } else if (this.finger?.id === event.pointerId) {
      const { scrolls, startX, startY } = this.finger;
      this.finger = null;
      if (!scrolls) {
        core.pointerAt(startX, startY, true);
        core.pointerButton(0, true, true);
        core.pointerButton(0, false, true);
      }
      core.pointerGone();
    }
    this.needs.wake();
  }

  private cancel(event: PointerEvent): void {
    if (this.finger?.id === event.pointerId) this.finger = null;
    this.needs.core.pointerButton(0, false, event.pointerType === 'touch');
    this.needs.core.pointerGone();
    this.needs.wake();
  }

  private leave(event: PointerEvent): void {
    if (event.buttons === 0 && event.pointerType !== 'touch') {
      this.needs.core.pointerGone();
      this.needs.wake();
    }
  }

  private wheel(event: WheelEvent): void {
    if (event.ctrlKey) return; // the browser's zoom
    if (event.target instanceof HTMLElement && this.needs.inEditor(event.target) && canScroll(event.target, event.deltaY)) {
      return;
    }
    event.preventDefault();
    const unit = [1, LINE, this.stage.clientHeight][event.deltaMode] ?? 1;
    this.needs.core.pointerAt(event.clientX, event.clientY, false);
    this.needs.core.scroll(event.deltaX * unit, event.deltaY * unit);
    this.needs.wake();
  }

  private modifiers(event: PointerEvent): void {
    this.needs.core.modifiers(event.ctrlKey || event.metaKey, event.shiftKey, event.altKey);
  }
}

function canScroll(element: HTMLElement, by: number): boolean {
  return by < 0
    ? element.scrollTop > 0
    : element.scrollTop + element.clientHeight < element.scrollHeight - 1;
}
