import type { ProgramView } from '@groundwork/api/views/program';
import { formatInstant, formatShortDate } from '@groundwork/ui/format-date';
import { SectionHead } from '@groundwork/ui/primitives/section-head';

/** What was published, newest first: never changed, never taken away. */
export function VersionList({ view, timeZone }: { readonly view: ProgramView; readonly timeZone: string }) {
  const { versions } = view;
  return (
    <section aria-label="Versions">
      <SectionHead note={versions.length === 0 ? 'none yet' : undefined}>Versions</SectionHead>
      {versions.length === 0 ? (
        <p className="py-2.5 text-ink-2">{view.client.name} sees nothing of this draft until it is published.</p>
      ) : null}
      <ol>
        {versions.map((version) => (
          <li key={version.versionId} className="border-b border-rule py-2">
            <span className="flex justify-between gap-3">
              <b>Version {version.number}</b>
              <span className="text-ink-2">from {formatShortDate(version.effectiveFrom)}</span>
            </span>
            <span className="block text-ink-2">
              {version.publishedBy.name}, {formatInstant(version.publishedAt, timeZone)}
            </span>
            {version.note ? (
              <span className="block font-serif text-base leading-[1.4rem]">“{version.note}”</span>
            ) : null}
            <span className="block text-xs text-ink-3" title={`SHA-256 ${version.contentHash}`}>
              engine {version.engineVersion}, catalogue {version.catalogueVersion}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
