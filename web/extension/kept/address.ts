// The address that reviews are kept for: that of the page, without what only says how one came to it.
// tests/extension hold it.

const tracking = /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|ocid|cmpid|_ga|_gl)(?:=|$)/i;

export function addressOf(href: string): string {
  const address = URL.parse(href);
  if (!address) return href;
  address.hash = '';
  // Firefox lets the script of a page not go through its searchParams.
  address.search = address.search.slice(1).split('&').filter((one) => !tracking.test(one)).join('&');
  return address.href;
}
