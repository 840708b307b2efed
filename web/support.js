// Runs first, in any browser: when this one cannot run the app, say so in words instead of an empty page.
// Old JavaScript on purpose, and not bundled.
(function () {
  'use strict';
  var failed = false;
  function fail(id) {
    if (failed) return;
    failed = true;
    var loading = document.getElementById('loading');
    if (loading) loading.style.display = 'none';
    document.getElementById(id).style.display = 'block';
  }
  window.lupingFail = fail;
  var canvas = document.createElement('canvas');
  if (
    typeof WebAssembly !== 'object' ||
    !canvas.getContext ||
    !canvas.getContext('2d') ||
    typeof Promise !== 'function' ||
    typeof PointerEvent !== 'function' ||
    typeof ResizeObserver !== 'function' ||
    typeof TextDecoder !== 'function' ||
    !window.crypto ||
    !String.prototype.padStart
  ) {
    fail('unsupported');
  }
  // A second policy can only take away. Chrome 97, Firefox 102 and Safari 16 know 'wasm-unsafe-eval' and are told apart by
  // what came with them or later: with these, evaluating text is forbidden for good. And where no server can offer the
  // files for offline use, nothing at all may be asked for.
  var allowed = document.getElementById('policy').content;
  var stricter = allowed;
  if (typeof [].findLast === 'function' && CSS.supports('overscroll-behavior', 'none')) {
    stricter = stricter.replace(" 'unsafe-eval'", '');
  }
  if (location.protocol === 'file:' || !window.isSecureContext) {
    stricter = stricter.replace("; worker-src 'self'; manifest-src 'self'", '');
  }
  if (stricter !== allowed) {
    var second = document.createElement('meta');
    second.httpEquiv = 'Content-Security-Policy';
    second.content = stricter;
    document.head.appendChild(second);
  }
  // A script too new for this browser fails as a whole, before it can say anything.
  window.addEventListener('error', function () {
    if (!window.luping) fail(window.lupingRuns ? 'broken' : 'unsupported');
  });
})();
