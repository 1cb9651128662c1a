// What a session is made of: S8, S17, S19 and S32 of the article for the areas, rulebook 5 (question 9) for what wins when
// slots are short. Which ladder serves which role is a product decision.
import type { Profile } from './profile.ts';
import type { Ladder, PainSite, SessionLabel, SessionLoad } from './vocabulary.ts';

/** A place in the week that one ladder fills for as long as the program runs. */
export const roles = [
  'power',
  'quads',
  'hinge',
  'hamstrings',
  'calf',
  'soleus',
  'core',
  'second_core',
  'hip',
  'balance',
  'foot',
  'ankle',
] as const;
export type Role = (typeof roles)[number];

/** The ladders of a role, the preferred one first. */
export const laddersOf: Readonly<Record<Role, readonly Ladder[]>> = {
  power: ['plyo'],
  quads: ['quads'],
  hinge: ['glute_max_hinge'],
  hamstrings: ['hamstrings'],
  calf: ['calf_gastroc', 'soleus'],
  soleus: ['soleus', 'calf_gastroc'],
  core: ['core_lateral', 'core_anti_ext', 'core_anti_rot'],
  second_core: ['core_anti_rot', 'core_anti_ext', 'core_lateral'],
  hip: ['glute_med'],
  balance: ['ankle_stability'],
  foot: ['foot_intrinsic'],
  ankle: ['ankle_mobility'],
};

/** What most weeks of a block have room for; everything else is cut from it. */
export const blockModes = [
  'three_full',
  'two_full_and_light',
  'two_full',
  'full_and_reduced',
  'full_and_light',
  'one_full',
  'light',
] as const;
export type BlockMode = (typeof blockModes)[number];

export interface SessionTemplate {
  readonly label: SessionLabel;
  readonly load: SessionLoad;
  readonly roles: readonly Role[];
  /** Taken in this order until the session has its least number of exercises. */
  readonly fillers: readonly Role[];
}

const fillers: readonly Role[] = ['balance', 'second_core', 'foot', 'soleus'];

/** The sessions of a block. `withPower` adds jumps to the first, which has the freshest legs. */
export function listTemplates(
  mode: BlockMode,
  profile: Pick<Profile, 'age' | 'experience'>,
  calfAge: number,
  withPower: boolean,
): readonly SessionTemplate[] {
  const power: readonly Role[] = withPower ? ['power'] : [];
  // Novices get hip and core first (rulebook 2.2); past the age, calves come twice (S18).
  const fifth: Role = profile.experience === 'new' && profile.age <= calfAge ? 'second_core' : 'soleus';
  const main: SessionTemplate = {
    label: 'A',
    load: 'full',
    roles: [...power, 'quads', 'hinge', 'calf', 'core'],
    fillers,
  };
  switch (mode) {
    // Three share what two would hold, and the exercises that two have no room for.
    case 'three_full':
      return [
        { ...main, roles: [...power, 'quads', 'calf', 'core', 'ankle'], fillers: ['second_core'] },
        { label: 'B', load: 'full', roles: ['hinge', 'soleus', 'hip', 'foot'], fillers: ['second_core'] },
        { label: 'C', load: 'full', roles: ['hamstrings', 'second_core', 'balance'], fillers },
      ];
    case 'two_full_and_light':
      return [
        { ...main, fillers: ['second_core'] },
        { label: 'B', load: 'full', roles: ['hamstrings', 'soleus', 'hip', 'ankle'], fillers: ['second_core'] },
        { label: 'C', load: 'light', roles: ['second_core', 'balance', 'foot'], fillers: [] },
      ];
    case 'two_full':
      return [main, { label: 'B', load: 'full', roles: ['hamstrings', fifth, 'hip', 'foot', 'ankle'], fillers }];
    case 'full_and_reduced':
      return [main, { label: 'B', load: 'reduced', roles: ['hamstrings', fifth, 'hip', 'foot', 'ankle'], fillers }];
    case 'full_and_light':
      return [
        { ...main, roles: [...power, 'quads', 'hinge', 'hamstrings', 'calf'] },
        { label: 'B', load: 'light', roles: ['core', 'hip', 'foot', 'ankle'], fillers: ['balance', 'second_core'] },
      ];
    case 'one_full':
      return [{ ...main, roles: ['quads', 'hinge', 'calf', 'core', 'ankle'] }];
    case 'light':
      return [
        { label: 'A', load: 'light', roles: ['core', 'hip', 'foot', 'ankle'], fillers: ['balance', 'second_core'] },
      ];
    default: {
      const unknown: never = mode;
      throw new TypeError(`Unknown block mode: ${unknown}`);
    }
  }
}

/** The role that works on a painful site; it comes first where one of its exercises leaves the site alone. */
const roleOfSite: Partial<Record<PainSite, Role>> = {
  achilles: 'calf',
  calf: 'calf',
  plantar: 'foot',
  forefoot: 'foot',
  ankle: 'balance',
  anterior_knee: 'quads',
  itb: 'hip',
  lateral_hip: 'hip',
  hip_groin: 'hip',
  hamstring: 'hamstrings',
  low_back: 'core',
};

/** Roles from the one to keep longest to the first to go when time or slots are short (rulebook 5, question 9). */
export function listRolesByPriority(
  profile: Pick<Profile, 'age' | 'experience' | 'painSites'>,
  calfAge: number,
): readonly Role[] {
  const painful = profile.painSites.map((site) => roleOfSite[site]).filter((role) => role !== undefined);
  const byArea: readonly Role[] = ['hinge', 'quads', 'calf', 'core', 'hamstrings', 'hip', 'ankle'];
  const byAreaForNovices: readonly Role[] = ['hip', 'core', 'hinge', 'quads', 'calf', 'hamstrings', 'ankle'];
  const past = profile.age > calfAge;
  const extras: readonly Role[] = past
    ? ['soleus', 'foot', 'second_core', 'power', 'balance']
    : ['foot', 'soleus', 'second_core', 'power', 'balance'];
  return [
    ...new Set<Role>([
      ...painful,
      ...(past ? (['calf'] as const) : []),
      ...(profile.experience === 'new' ? byAreaForNovices : byArea),
      ...extras,
    ]),
  ];
}
