import fc from 'fast-check';

// A gate that fails for a reason older than the change teaches people to run it again, so the laws meet the same inputs each
// time. `GROUNDWORK_TEST_SEED=$RANDOM` hunts with others.
fc.configureGlobal({ seed: Number(process.env.GROUNDWORK_TEST_SEED ?? 1) });
