import { runningGoals } from '@groundwork/api/inputs/waitlist';

type RunningGoal = (typeof runningGoals)[number];

const labels: Readonly<Record<RunningGoal, string>> = {
  first_5k_10k: 'A first 5 or 10 km',
  half_marathon: 'A half marathon',
  marathon: 'A marathon or longer',
  keep_running: 'No race, just to keep running',
};

/** What somebody on the waitlist runs for, in the form's order. */
export const goalOptions = runningGoals.map((value) => ({ value, label: labels[value] }));
