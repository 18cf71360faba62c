/**
 * Goes to another page of ours without leaving this one, so that an upload goes on: the body is taken over from the
 * answer. Answers whether the service took what was sent; anything that is no page of ours is opened the plain way.
 */
export async function swapPage(address: string, init: RequestInit = {}, record = true): Promise<boolean> {
  const answer = await fetch(address, { ...init, headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.querySelector('main')) {
    location.href = address;
    return false;
  }
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  if (record && answer.url !== location.href && answer.ok) history.pushState(null, '', answer.url);
  const heading = document.querySelector<HTMLElement>('[aria-invalid=true], main h1');
  if (heading?.tagName === 'H1') heading.tabIndex = -1;
  scrollTo(0, 0);
  heading?.focus();
  return answer.ok;
}
