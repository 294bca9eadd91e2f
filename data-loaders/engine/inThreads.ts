import {Worker} from "node:worker_threads";

/** What a thread says of a task: its result, or the error that stopped it. */
type Said = {job: number} & ({task: number; result: unknown; error?: undefined} | {error: Error});

interface Job {
  results: unknown[];
  left: number;
  resolve(results: unknown[]): void;
  reject(error: Error): void;
}

const threads: Worker[] = [];
const jobs = new Map<number, Job>();
let started = 0;

/**
 * Calls the function `work` of a module once for each task, in threads beside this one, which live as long as the
 * process. Threads take every task from one list, so that none waits for this one to be free.
 * @param module address of the module; tasks and results are what `postMessage` can carry
 * @param options.threads how many at a time
 * @param options.size what takes longest is begun first, since the last task to end decides
 * @returns the results in the order of the tasks, whichever thread had them
 * @throws the first error of a task
 */
export async function inThreads<Task, Result>(
  module: URL,
  tasks: readonly Task[],
  {threads: most, size}: {threads: number; size(task: Task): number}
): Promise<Result[]> {
  if (tasks.length === 0) return [];
  while (threads.length < most) threads.push(startThread());
  const order = tasks.map((_, i) => i).sort((a, b) => size(tasks[b]!) - size(tasks[a]!));
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const job = started++;
  const done = new Promise<unknown[]>((resolve, reject) =>
    jobs.set(job, {results: new Array<unknown>(tasks.length), left: tasks.length, resolve, reject})
  );
  for (const thread of threads.slice(0, most)) {
    // A process waits for its threads only while they work.
    thread.ref();
    thread.postMessage({job, module: module.href, tasks, order, begun});
  }
  try {
    return (await done) as Result[];
  } finally {
    jobs.delete(job);
    if (jobs.size === 0) for (const thread of threads) thread.unref();
  }
}

/** Ends every thread at once, whatever it works on. */
export function endThreads(): void {
  for (const thread of threads.splice(0)) void thread.terminate();
  for (const job of jobs.values()) job.reject(new Error("the threads were ended"));
}

function startThread(): Worker {
  const thread = new Worker(new URL("./thread.js", import.meta.url));
  thread.on("message", (said: Said) => {
    const job = jobs.get(said.job);
    if (!job) return;
    if (said.error) return job.reject(said.error);
    job.results[said.task] = said.result;
    if (--job.left === 0) job.resolve(job.results);
  });
  thread.on("error", (error: Error) => {
    for (const job of jobs.values()) job.reject(error);
  });
  thread.unref();
  return thread;
}
