import type { StoredMail } from './mail-store.ts';

export interface MailboxView {
  mails: readonly StoredMail[];
  open: StoredMail | undefined;
  /** The address the list is narrowed to. */
  to: string | undefined;
}

/** The whole page: the list on the left, the open letter on the right; one below the other on a phone. */
export function renderMailbox({ mails, open, to }: MailboxView): string {
  const count = mails.length === 0 ? 'No letters' : mails.length === 1 ? 'One letter' : `${mails.length} letters`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(open ? `${open.subject} · Mailbox` : 'Mailbox')}</title>
<link rel="stylesheet" href="/assets/mailbox.css">
</head>
<body>
<header class="head">
<h1><a href="/">Mailbox</a></h1>
<p>${count}${to === undefined ? '' : ` to ${escapeHtml(to)}`}. Everything Groundwork mails on this machine lands here and goes nowhere else.</p>
<form class="search" method="get" action="/">
<label for="to">To</label>
<input id="to" name="to" type="email" value="${escapeHtml(to ?? '')}" autocomplete="off">
<button type="submit">Narrow</button>
${to === undefined ? '' : '<a href="/">All letters</a>'}
</form>
</header>
<main class="${open ? 'columns reading' : 'columns'}">
<nav class="list" aria-label="Letters">
${mails.length === 0 ? '<p class="empty">When somebody asks to sign in, or a spot is offered, the letter appears here.</p>' : `<ol>${mails.map((mail) => renderRow(mail, mail.id === open?.id, to)).join('')}</ol>`}
</nav>
${open ? renderLetter(open) : ''}
</main>
</body>
</html>
`;
}

function renderRow(mail: StoredMail, isOpen: boolean, to: string | undefined): string {
  const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
  return `<li${isOpen ? ' class="open"' : ''}><a href="/messages/${mail.id}${query}"${isOpen ? ' aria-current="page"' : ''}>
<span class="subject">${escapeHtml(mail.subject || 'No subject')}</span>
<span class="meta">${escapeHtml(mail.to.join(', '))}</span>
<time class="meta" datetime="${mail.receivedAt}">${formatInstant(mail.receivedAt)}</time>
</a></li>`;
}

function renderLetter(mail: StoredMail): string {
  const body =
    mail.html === undefined
      ? `<pre>${escapeHtml(mail.text)}</pre>`
      : `<iframe title="The letter" src="/messages/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return `<article class="letter">
<h2>${escapeHtml(mail.subject || 'No subject')}</h2>
<p class="meta">From ${escapeHtml(mail.from)} to ${escapeHtml(mail.to.join(', '))}, <time datetime="${mail.receivedAt}">${formatInstant(mail.receivedAt)}</time></p>
${body}
</article>`;
}

function formatInstant(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** Makes text safe inside an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
