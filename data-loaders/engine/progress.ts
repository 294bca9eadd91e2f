import {Presets, SingleBar} from "cli-progress";

/** Shows on a terminal which step is under way; silent where stderr is a file. */
export function progress(): {step(label: string): void; stop(): void} {
  if (!process.stderr.isTTY) return {step() {}, stop() {}};
  const bar = new SingleBar(
    {format: "{label} · trin {value} · {duration} s", stream: process.stderr, clearOnComplete: true},
    Presets.shades_classic
  );
  bar.start(1, 0, {label: ""});
  return {
    step: (label) => bar.increment(1, {label}),
    stop: () => bar.stop()
  };
}
