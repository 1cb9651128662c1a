import { vi } from 'vitest';

// The thread stays from mutant to mutant, and what a rule has remembered of one must not answer for the next.
vi.resetModules();
