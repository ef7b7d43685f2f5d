// The script of a shared file: shows the article in the widget, to be read only, without an engine.
// tests/web/build/share.test.ts holds it.
import { h } from '../widget/dom.ts';
import { SourceLight } from '../widget/source-light.ts';
import { english, loadWords } from '../words/index.ts';
import { dataId, type Shared } from './shared.ts';
import './viewer.css';

async function show(): Promise<void> {
  const { text, report, links, reviews, title, language } = readShared();
  const words = (await loadWords(language).catch(() => english)).viewer;
  if (!customElements.get('source-light')) customElements.define('source-light', SourceLight);
  // "manual": it reads nothing by itself; "private": it keeps nothing in this browser.
  const light = h('source-light', { manual: true, private: true, lang: language });
  document.body.append(
    h('header', {}, h('h1', {}, title), h('p', {}, words.made)),
    h('main', {}, light),
  );
  light.text = text;
  light.links = links;
  light.report = report;
  light.reviews.take(reviews);
}

function readShared(): Shared {
  const data = document.getElementById(dataId)?.textContent;
  if (!data) throw new Error('This file is not whole.');
  return JSON.parse(data) as Shared;
}

void show();
