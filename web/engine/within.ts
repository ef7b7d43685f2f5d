// Which links of an article are nobody's word for what it says: those to another page of its own site,
// and those to lists of stories. The engine is told so by `Hyperlink.within`. Apart from index.ts, as the
// list of all public suffixes weighs 43 kB compressed: load it when it is needed. tests/web/engine/within.test.ts
// holds it.
import { getDomain } from 'tldts';
import type { Hyperlink } from './report.ts';

/**
 * The links, those marked `within` that lead to another page of the site of `address` (the article's own,
 * or only its host: "example.org"; null: not known) or, on any site, to a list of stories: of a tag, a
 * topic, an author, a section. A site is a registrable domain: "news.example.co.uk" and "example.co.uk"
 * are one, "a.blogspot.com" and "b.blogspot.com" are two. References within the page ("#note-1") are left
 * as they are. Never throws.
 */
export function markWithin(links: readonly Hyperlink[], address: string | null = null): readonly Hyperlink[] {
  const page = parse((address ?? '').replace(bareHost, 'https://$&'));
  const site = page && siteOf(page);
  return links.map((link) => {
    const target = link.target.startsWith('#') ? null : parse(link.target, page?.href);
    if (!target || !/^https?:$/.test(target.protocol) || isReference(target, page)) return link;
    const within = (site && siteOf(target) === site) || isList(target);
    return within ? { ...link, within } : link;
  });
}

const bareHost = /^[^\s/:@?#]+(?::\d+)?(?=\/|$)/;

function parse(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** Its registrable domain; the host itself where it has none: an IP address, "localhost"; '': no host. */
const siteOf = ({ hostname }: URL): string => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;

/** To a place within the page, as browsers write "#note-1". */
function isReference(target: URL, page: URL | null): boolean {
  const [place, fragment] = target.href.split('#', 2);
  return Boolean(fragment) && place === page?.href.split('#', 1)[0];
}

/** What the folder of such lists is called in an address, by language. */
const listFolders = new Set(
  [
    'tag tags tagged topic topics theme themes hashtag hashtags hub keyword keywords subject subjects label labels',
    'category categories section sections rubric rubrics',
    'author authors by writer writers journalist journalists reporter reporters columnist columnists',
    'contributor contributors profile profiles people person staff byline bylines',
    'thema themen schlagwort schlagworte stichwort autor autoren autorin autorinnen redakteur rubrik rubriken kategorie ressort',
    'sujet sujets auteur auteurs auteure auteures rubrique rubriques categorie etiquette mot-cle mots-cles signataires',
    'tema temas etiqueta etiquetas autores autora autoras seccion secciones categoria categorias firmas',
    'assunto assuntos secao secoes topico topicos colunistas',
    'argomento argomenti temi autori autrice firme sezione sezioni',
    'onderwerp onderwerpen trefwoord rubrieken',
    'amne amnen amnesord etikett etiketter kategori kategorier forfattare skribent',
    'emne emner stikord stikkord forfatter forfattere aihe aiheet avainsana kirjoittaja',
    'temat tematy autorzy kategoria temata stitek stitky rubrika rubriky',
    'cimke cimkek szerzo szerzok rovat konu konular etiket yazar yazarlar',
    'temy avtor avtory rubrics tegi',
  ].flatMap((names) => names.split(' ')),
);

/** Words of an address that are of a story's headline, not the name of what is listed. */
const headlineWords = 6;

function isList({ pathname }: URL): boolean {
  const parts = pathname.split('/').filter(Boolean).map((part) => decoded(part).toLowerCase());
  const folder = parts.findIndex((part) => listFolders.has(part));
  if (folder < 0) return false;
  const rest = parts.slice(folder + 1).join('/').replace(/\/(?:page|seite|pagina)\/\d+$/, '').split('/').filter(Boolean);
  // A story stands in such a folder too, below a date or by its headline.
  const isStory = rest.some((part) => /^(?:19|20)\d\d$/.test(part) || part.split(/[-_]/).length >= headlineWords);
  return rest.length <= 3 && !isStory;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFD').replace(/\p{M}/gu, '');
  } catch {
    return part;
  }
}
