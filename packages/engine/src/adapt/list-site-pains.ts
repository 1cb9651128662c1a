import type { ParameterValues } from '../parse-parameters.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { PainSite } from '../vocabulary.ts';
import { type JudgedPain, judgePain, type PainReport, type PainVerdict } from './judge-pain.ts';

/** What holds for a site now: its last report and the light that it got. */
export interface SitePain {
  readonly site: PainSite;
  readonly report: PainReport;
  readonly verdict: PainVerdict;
}

/**
 * The sites that hurt on a day. A red or stop light holds until a later report of the site says otherwise; amber, until then
 * or until as many days have gone by as a second amber would count.
 */
export function listSitePains(
  reports: readonly PainReport[],
  today: PlainDate,
  parameters: ParameterValues,
): readonly SitePain[] {
  const judged: JudgedPain[] = [];
  const latest = new Map<PainSite, SitePain>();
  for (const report of reports.toSorted((one, other) => daysBetween(other.date, one.date))) {
    if (report.date > today) continue;
    const verdict = judgePain(report, parameters, judged);
    judged.push({ date: report.date, site: report.site, light: verdict.light });
    latest.set(report.site, { site: report.site, report, verdict });
  }
  return [...latest.values()].filter(({ report, verdict: { light } }) => {
    switch (light) {
      case 'green':
        return false;
      case 'amber':
        return daysBetween(report.date, today) <= parameters.painRepeatDays;
      case 'red':
      case 'stop':
        return true;
      default: {
        const unknown: never = light;
        throw new TypeError(`Unknown light: ${unknown}`);
      }
    }
  });
}
