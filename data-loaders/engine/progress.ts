import {Presets, SingleBar} from "cli-progress";

/** Shows on a terminal which step is under way; in a log it is a line a step, with the seconds since the first. */
export function progress(stream: NodeJS.WriteStream = process.stderr): {step(label: string): void; stop(): void} {
  if (!stream.isTTY) {
    const started = performance.now();
    const seconds = () => Math.round((performance.now() - started) / 1000);
    return {step: (label) => void stream.write(`${label} · ${seconds()} s\n`), stop() {}};
  }
  const bar = new SingleBar(
    {format: "{label} · trin {value} · {duration} s", stream, clearOnComplete: true},
    Presets.shades_classic
  );
  bar.start(1, 0, {label: ""});
  return {
    step: (label) => bar.increment(1, {label}),
    stop: () => bar.stop()
  };
}
