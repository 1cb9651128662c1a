const base = (variable: string, fallback: string): string => (process.env[variable] || fallback).replace(/\/+$/, '');

const coachUrl = () => base('GROUNDWORK_COACH_URL', 'http://localhost:3000');
const portalUrl = () => base('GROUNDWORK_PORTAL_URL', 'http://localhost:3001');

/** Every address that a letter or a screen of the other app points to. */
export const links = {
  coachHome: () => `${coachUrl()}/`,
  portalHome: () => `${portalUrl()}/today`,
  waitlist: (slug: string) => `${portalUrl()}/p/${slug}`,
  confirm: (slug: string, token: string) => `${portalUrl()}/p/${slug}/confirm?token=${token}`,
  place: (slug: string, token: string) => `${portalUrl()}/p/${slug}/place?token=${token}`,
  offer: (slug: string, token: string) => `${portalUrl()}/p/${slug}/offer?token=${token}`,
  invitation: (slug: string, token: string) => `${portalUrl()}/invitation?practice=${slug}&token=${token}`,
} as const;
