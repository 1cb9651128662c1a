'use client';

import { weekdayLabels } from '@groundwork/engine/labels';
import { type RunKind, runKinds, type Weekday, weekdays } from '@groundwork/engine/vocabulary';
import { Kbd } from '@groundwork/ui/primitives/kbd';
import { DayIcon } from '@groundwork/ui/training/day-icon';
import { findDayType } from '@groundwork/ui/training/day-type';
import type { RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { shortRunLabels } from '../lib/labels.ts';
import { kindKeys } from './week-draft.ts';

const itemLook =
  'flex h-8 cursor-pointer items-center gap-2.5 rounded-xs px-2 text-sm outline-none data-[focused]:bg-green-tint data-[selected]:font-semibold';

/** What a day can hold, and which day it can change places with: the menu that a click on a run opens. */
export function KindMenu({
  day,
  kind,
  anchor,
  onClose,
  onSetKind,
  onSwap,
}: {
  readonly day: Weekday;
  readonly kind: RunKind;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onSetKind: (kind: RunKind) => void;
  readonly onSwap: (other: Weekday) => void;
}) {
  return (
    <Popover
      aria-label={`${weekdayLabels[day]}'s run`}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom start"
      offset={6}
      className="opens w-64 overflow-y-auto rounded-b-md border-t-2 border-ink bg-sheet p-1.5 shadow-pop"
    >
      <Menu
        aria-label={`${weekdayLabels[day]}'s run`}
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => {
          const [act, value] = String(key).split(':');
          if (act === 'kind') onSetKind(value as RunKind);
          else onSwap(value as Weekday);
        }}
        className="outline-none"
      >
        <MenuSection selectionMode="single" selectedKeys={[`kind:${kind}`]} disallowEmptySelection>
          <Header className="px-2 pt-1 pb-1 text-xs text-ink-3">{weekdayLabels[day]} is</Header>
          {runKinds.map((one) => (
            <MenuItem key={one} id={`kind:${one}`} textValue={shortRunLabels[one]} className={itemLook}>
              <DayIcon type={findDayType(one)} />
              <span className="flex-1">{shortRunLabels[one]}</span>
              <Kbd>{kindKeys[one].toUpperCase()}</Kbd>
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection className="mt-1.5 border-t border-rule pt-1">
          <Header className="px-2 pt-1 pb-1 text-xs text-ink-3">Change places with</Header>
          {weekdays
            .filter((other) => other !== day)
            .map((other) => (
              <MenuItem key={other} id={`swap:${other}`} textValue={weekdayLabels[other]} className={itemLook}>
                {weekdayLabels[other]}
              </MenuItem>
            ))}
        </MenuSection>
      </Menu>
    </Popover>
  );
}
