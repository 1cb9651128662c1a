'use client';

import type {
  EntryRow,
  EntryStatus,
  OfferRow,
  OfferStatus,
  RunningGoal,
  WaitlistView,
} from '@groundwork/api/views/waitlist';
import { capitalise, countOf } from '@groundwork/ui/count-words';
import { formatInstant, nameZone } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { Cell, HeadCell, Row, RowActions, RowHead, Table } from '@groundwork/ui/primitives/table';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { SpotsGrid } from '@groundwork/ui/training/spots-grid';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { NavLink } from '../shell/nav-link.tsx';
import { describeHeld, describeRoom } from './describe-spots.ts';

const OpenSpotsDialog = dynamic(() => import('./open-spots-dialog.tsx').then((module) => module.OpenSpotsDialog), {
  ssr: false,
});
const SetSpotsDialog = dynamic(() => import('./set-spots-dialog.tsx').then((module) => module.SetSpotsDialog), {
  ssr: false,
});
const ReasonDialog = dynamic(() => import('./reason-dialog.tsx').then((module) => module.ReasonDialog), { ssr: false });

const goalWords: Readonly<Record<RunningGoal, string>> = {
  first_5k_10k: 'a first 5 or 10 km',
  half_marathon: 'a half marathon',
  marathon: 'a marathon or longer',
  keep_running: 'to keep running',
};

const entryWords: Readonly<Record<EntryStatus, string>> = {
  unconfirmed: 'address not confirmed',
  waiting: 'waits',
  offered: 'holds an offer',
  claimed: 'took a spot',
  left: 'left the line',
};

const offerWords: Readonly<Record<OfferStatus, string>> = {
  held: 'held',
  claimed: 'claimed',
  expired: 'ran out',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

type Asks =
  | { readonly kind: 'open' }
  | { readonly kind: 'spots' }
  | { readonly kind: 'withdraw'; readonly offer: OfferRow }
  | { readonly kind: 'skip'; readonly entry: EntryRow };

/** The line in order, the spots, and what was offered to whom. Every number here is kept by the database, not by this page. */
export function WaitlistBoard({
  waitlist,
  timeZone,
  canEdit,
  audit,
}: {
  readonly waitlist: WaitlistView;
  readonly timeZone: string;
  readonly canEdit: boolean;
  readonly audit: ReactNode;
}) {
  const [asks, setAsks] = useState<Asks>();
  const [showsPast, setShowsPast] = useState(false);
  const { spots, entries, openings } = waitlist;
  const inLine = entries.filter((entry) => entry.place !== null);
  const toConfirm = entries.filter((entry) => entry.status === 'unconfirmed');
  const past = entries.filter((entry) => entry.status === 'claimed' || entry.status === 'left');
  const waiting = entries.filter((entry) => entry.status === 'waiting');
  const heldOffers = openings.flatMap((opening) => opening.offers).filter((offer) => offer.status === 'held');
  const offReason = !canEdit
    ? 'An assistant reads'
    : spots.free <= 0
      ? 'No spot is free'
      : waiting.length === 0
        ? 'Nobody waits'
        : null;
  const listed = showsPast ? [...inLine, ...toConfirm, ...past] : [...inLine, ...toConfirm];
  return (
    <>
      <MarginColumns
        marginLabel="Spots and rules"
        margin={
          <>
            <SectionHead
              note={`${spots.spots} in all`}
              end={
                canEdit ? (
                  <button
                    type="button"
                    onClick={() => setAsks({ kind: 'spots' })}
                    className="font-semibold text-green hover:underline"
                  >
                    Set spots
                  </button>
                ) : null
              }
            >
              Spots
            </SectionHead>
            <SpotsGrid counts={spots} className="mt-3 mb-2.5" />
            <p>
              {describeHeld(spots, timeZone)}
              <span className="text-ink-2">{describeRoom(spots)}</span>
            </p>
            <SectionHead>The rule</SectionHead>
            <div className="grid gap-2 pt-2.5 font-serif text-base leading-[1.4rem]">
              <p>
                The line is sorted by the time each address was confirmed. Nobody can pay or refer their way forward.
              </p>
              <p>A held offer takes a spot. Offers and coached runners together never pass {spots.spots}.</p>
              <p>Declined, withdrawn or run out: the spot goes to the next in line, and the place in line is kept.</p>
            </div>
            <p className="mt-2.5 text-xs text-ink-3">
              The page people join on:{' '}
              <a href={waitlist.publicUrl} className="break-all">
                {waitlist.publicUrl.replace(/^https?:\/\//, '')}
              </a>
            </p>
            {audit}
          </>
        }
      >
        <PageHead
          title="Waitlist"
          deck={describeLine(inLine.length, heldOffers.length, toConfirm.length)}
          actions={
            <Button variant="primary" offReason={offReason} onClick={() => setAsks({ kind: 'open' })}>
              Open spots
            </Button>
          }
        />
        {openings
          .filter((opening) => opening.status === 'open')
          .map((opening) => (
            <OpeningSection
              key={opening.openingId}
              opening={opening}
              timeZone={timeZone}
              canEdit={canEdit}
              onWithdraw={(offer) => setAsks({ kind: 'withdraw', offer })}
            />
          ))}
        <SectionHead note={inLine.length} end={`times are ${nameZone(timeZone)}`}>
          The line
        </SectionHead>
        {listed.length === 0 ? (
          <EmptyState title="Nobody waits">
            Whoever joins on your page and confirms the address stands here, in the order of confirming.
          </EmptyState>
        ) : (
          <Table label="The line" rows="row" scrollable>
            <thead>
              <tr>
                <HeadCell numeric className="w-12">
                  Place
                </HeadCell>
                <HeadCell className="pl-2 md:min-w-44">Name</HeadCell>
                <HeadCell className="max-md:hidden">Runs for</HeadCell>
                <HeadCell className="max-md:hidden">Confirmed</HeadCell>
                <HeadCell className="max-md:hidden">State</HeadCell>
                <HeadCell>
                  <span className="sr-only">Acts</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {listed.map((entry) => (
                <Row key={entry.entryId}>
                  <Cell numeric className="font-semibold max-md:align-top">
                    {entry.place ?? '–'}
                  </Cell>
                  <RowHead className="pl-2">
                    {entry.clientId ? (
                      <NavLink href={`/clients/${entry.clientId}`} className="text-ink no-underline hover:underline">
                        {entry.name}
                      </NavLink>
                    ) : (
                      entry.name
                    )}
                    <span className="block text-xs font-normal text-ink-3 [overflow-wrap:anywhere]">{entry.email}</span>
                    {/* On a phone the columns beside stand under the name. */}
                    <span className="block font-normal text-ink-2 md:hidden">
                      {capitalise(goalWords[entry.goal])}
                      {entry.confirmedAt ? `, confirmed ${formatInstant(entry.confirmedAt, timeZone)}` : ''}
                    </span>
                    {entry.status === 'waiting' && !entry.passedOver ? null : (
                      <span className={`block font-normal md:hidden ${stateLook(entry)}`}>
                        {capitalise(describeEntry(entry, heldOffers, timeZone))}
                      </span>
                    )}
                  </RowHead>
                  <Cell className="whitespace-nowrap text-ink-2 max-md:hidden">{goalWords[entry.goal]}</Cell>
                  <Cell className="whitespace-nowrap text-ink-2 max-md:hidden">
                    {entry.confirmedAt ? formatInstant(entry.confirmedAt, timeZone) : '–'}
                  </Cell>
                  <Cell className={`whitespace-nowrap max-md:hidden ${stateLook(entry)}`}>
                    {describeEntry(entry, heldOffers, timeZone)}
                  </Cell>
                  <Cell className="pr-0 max-md:align-top">
                    {canEdit && entry.status === 'waiting' ? (
                      <RowActions>
                        <Button
                          size="row"
                          aria-label={`Skip ${entry.name}`}
                          onClick={() => setAsks({ kind: 'skip', entry })}
                        >
                          Skip
                        </Button>
                      </RowActions>
                    ) : null}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
        {past.length > 0 ? (
          <Button variant="quiet" size="row" className="mt-2" onClick={() => setShowsPast(!showsPast)}>
            {showsPast ? 'Hide who took a spot or left' : `Show ${past.length} who took a spot or left`}
          </Button>
        ) : null}
        {openings.some((opening) => opening.status === 'closed') ? (
          <>
            <SectionHead>Earlier openings</SectionHead>
            <ul className="text-sm">
              {openings
                .filter((opening) => opening.status === 'closed')
                .map((opening) => (
                  <li
                    key={opening.openingId}
                    className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-2"
                  >
                    <span>
                      <b>{countOf(opening.spots, 'spot')}</b> opened by {opening.openedBy},{' '}
                      {formatInstant(opening.openedAt, timeZone)}
                    </span>
                    <span className="text-ink-2">
                      {opening.claimed} claimed of {opening.offers.length} offered
                    </span>
                  </li>
                ))}
            </ul>
          </>
        ) : null}
      </MarginColumns>
      {asks?.kind === 'open' ? (
        <OpenSpotsDialog free={spots.free} waiting={waiting} timeZone={timeZone} onClose={() => setAsks(undefined)} />
      ) : null}
      {asks?.kind === 'spots' ? <SetSpotsDialog spots={spots} onClose={() => setAsks(undefined)} /> : null}
      {asks?.kind === 'withdraw' || asks?.kind === 'skip' ? (
        <ReasonDialog asks={asks} onClose={() => setAsks(undefined)} />
      ) : null}
    </>
  );
}

function describeLine(inLine: number, held: number, toConfirm: number): string {
  if (inLine === 0) return 'The line is empty.';
  const first = `${countOf(inLine, 'person stands', 'people stand')} in line`;
  const offers = held > 0 ? `, ${held === 1 ? 'one with an offer' : `${held} with an offer`}` : '';
  const rest = toConfirm > 0 ? ` ${toConfirm} more ${toConfirm === 1 ? 'has' : 'have'} not confirmed the address.` : '';
  return `${capitalise(first)}${offers}.${rest}`;
}

const stateLook = ({ status }: EntryRow): string => (status === 'offered' ? 'text-signal-ink' : 'text-ink-2');

function describeEntry(entry: EntryRow, held: readonly OfferRow[], timeZone: string): string {
  const offer = held.find((one) => one.entryId === entry.entryId);
  if (offer) return `offer held until ${formatInstant(offer.expiresAt, timeZone)}`;
  return entry.passedOver ? `${entryWords[entry.status]}, passed over this time` : entryWords[entry.status];
}

function OpeningSection({
  opening,
  timeZone,
  canEdit,
  onWithdraw,
}: {
  readonly opening: WaitlistView['openings'][number];
  readonly timeZone: string;
  readonly canEdit: boolean;
  readonly onWithdraw: (offer: OfferRow) => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const close = useMutation(
    trpc.waitlist.close.mutationOptions({
      onSuccess: () => {
        showToast({ text: 'The opening is closed; offers that are held stay held' });
        router.refresh();
      },
      onError: (error) => showToast({ text: readApiProblem(error).message, failed: true }),
    }),
  );
  return (
    <section aria-label={`Opening of ${formatInstant(opening.openedAt, timeZone)}`}>
      <SectionHead
        note={`${countOf(opening.spots, 'spot')}, held ${opening.holdHours} h each, opened ${formatInstant(opening.openedAt, timeZone)} by ${opening.openedBy}`}
        end={
          canEdit ? (
            <Button
              size="row"
              busy={close.isPending}
              busyLabel="Closing"
              onClick={() => close.mutate({ openingId: opening.openingId })}
            >
              Close the opening
            </Button>
          ) : null
        }
      >
        Open now
      </SectionHead>
      <p className="pt-2.5 text-sm text-ink-2">
        {opening.claimed} claimed, {opening.held} held
        {opening.unfilled > 0 ? `, ${opening.unfilled} not offered yet: nobody is left to ask, or no spot is free` : ''}
        .
      </p>
      <ul className="mt-1">
        {opening.offers.map((offer) => (
          <li
            key={offer.offerId}
            className="group/row flex min-h-10 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-1.5 text-sm"
          >
            <span>
              <b>{offer.name}</b> <span className="text-ink-3">{offer.email}</span>
            </span>
            <span className="flex items-center gap-3">
              <span className={offer.status === 'held' ? 'text-signal-ink' : 'text-ink-2'}>
                {offer.status === 'held'
                  ? `held until ${formatInstant(offer.expiresAt, timeZone)}, ${nameZone(timeZone)}`
                  : `${offerWords[offer.status]}${offer.settledAt ? `, ${formatInstant(offer.settledAt, timeZone)}` : ''}`}
              </span>
              {offer.status === 'held' && canEdit ? (
                <Button size="row" aria-label={`Withdraw ${offer.name}’s offer`} onClick={() => onWithdraw(offer)}>
                  Withdraw
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
