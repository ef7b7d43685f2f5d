import { openFrame } from 'sourcelight/frame';

const article = document.querySelector('#article');
const iframe = document.querySelector('#sourcelight');
const problem = document.querySelector('#problem');

// A newsroom has the frame's page at an address of its own. Here it is this server's other name,
// which is another origin to the browser.
const address = new URL('frame.html', location.href);
address.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
address.search = new URLSearchParams({ origin: location.origin, view: 'panel' });
iframe.src = address;

let report = null;
const frame = await openFrame(iframe, {
  onReport: (newest) => (report = newest),
  onSelect: (claim) => {
    const spans = report?.claims[claim]?.spans;
    if (spans) article.setSelectionRange(spans[0][0], spans.at(-1)[1]);
  },
  onProblem: (wrong) => (problem.textContent = wrong?.message ?? ''),
});

let rest;
article.addEventListener('input', () => {
  clearTimeout(rest);
  rest = setTimeout(() => frame.setText(article.value), 250);
});
frame.setText(article.value);

// To play with in the console.
window.example = { article, frame, openFrame };
