// What a system needs to know to install the page (a web app manifest); addresses are relative to it.
// tests/web/build/offline.test.ts holds it.
export const manifest = {
  id: './',
  name: 'Sourcelight',
  short_name: 'Sourcelight',
  description: 'Paste a news article and see who says what, and which claims have no source.',
  lang: 'en',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f4f1ea',
  theme_color: '#f4f1ea',
  categories: ['news', 'productivity'],
  icons: [
    { src: './icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: './icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: './icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: './icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
} as const;
