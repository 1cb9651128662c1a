'use client';

import { Kbd } from '@groundwork/ui/primitives/kbd';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTRPC } from '../lib/trpc.tsx';

interface Hit {
  readonly href: string;
  readonly label: string;
  readonly detail: string;
}

const mostShown = 9;

/** One field for a client, an exercise or a rule. "/" goes to it, arrows choose, Enter opens. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [pages, setPages] = useState<readonly Hit[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const router = useRouter();
  const trpc = useTRPC();
  const clients = useQuery(trpc.clients.list.queryOptions(undefined, { enabled: isOpen, staleTime: 60_000 }));

  useEffect(() => {
    const focusOnSlash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
      )
        return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', focusOnSlash);
    return () => window.removeEventListener('keydown', focusOnSlash);
  }, []);

  const open = () => {
    setOpen(true);
    // The catalogue and the rules are a long text: fetched when somebody looks for something.
    if (pages.length === 0) import('./search-index.ts').then((index) => setPages(index.listPages()));
  };

  const hits = useMemo(() => {
    const words = text.trim().toLowerCase();
    if (words === '') return [];
    const people: Hit[] = (clients.data?.clients ?? []).map((row) => ({
      href: `/clients/${row.clientId}`,
      label: row.name,
      detail: row.status === 'archived' ? 'client, archived' : 'client',
    }));
    return [...people, ...pages]
      .map((hit) => ({ hit, at: hit.label.toLowerCase().indexOf(words) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
      .slice(0, mostShown)
      .map(({ hit }) => hit);
  }, [text, clients.data, pages]);

  const close = () => {
    setOpen(false);
    setText('');
    setActive(0);
  };
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    close();
    input.current?.blur();
    router.push(hit.href);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + Math.max(hits.length, 1)) % Math.max(hits.length, 1));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(hits[active]);
    }
    if (event.key === 'Escape') {
      close();
      input.current?.blur();
    }
  };
  const isListed = isOpen && text.trim() !== '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left the field and its list
    <div
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <label className="flex h-9 w-26 items-center gap-2 rounded-sm border border-rule-2 bg-sheet pr-1.5 pl-2.5 text-ink-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus hover:border-ink sm:w-58 md:h-[30px]">
        <Search aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        <input
          ref={input}
          role="combobox"
          aria-label="Find a client, an exercise or a rule"
          aria-expanded={isListed}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isListed && hits[active] ? `${listId}-${active}` : undefined}
          value={text}
          placeholder="Client, exercise, rule"
          autoComplete="off"
          onFocus={open}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={handleKey}
          className="w-full min-w-0 bg-transparent text-base text-ellipsis text-ink outline-none md:text-sm"
        />
        <span className="hidden sm:block">
          <Kbd>/</Kbd>
        </span>
      </label>
      <div
        id={listId}
        role="listbox"
        aria-label="Found"
        hidden={!isListed}
        className="absolute top-full right-0 z-30 mt-1.5 w-80 max-w-[calc(100vw-40px)] rounded-b-md border-t-2 border-ink bg-sheet py-1.5 shadow-pop"
      >
        {hits.map((hit, index) => (
          <div
            key={hit.href}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => go(hit)}
            onKeyDown={handleKey}
            onPointerEnter={() => setActive(index)}
            className="flex min-h-9 cursor-pointer items-center justify-between gap-3 px-3.5 text-sm text-ink aria-selected:bg-green-tint"
          >
            <span className="truncate">{hit.label}</span>
            <span className="shrink-0 text-xs text-ink-3">{hit.detail}</span>
          </div>
        ))}
        {isListed && hits.length === 0 ? (
          <p className="px-3.5 py-2 text-sm text-ink-2">
            {clients.isLoading || pages.length === 0
              ? 'Looking'
              : `No client, exercise or rule is called “${text.trim()}”.`}
          </p>
        ) : null}
      </div>
    </div>
  );
}
