// A thread reads TypeScript only when it has learned to itself, so this file is JavaScript.
import {parentPort} from "node:worker_threads";
import {register} from "tsx/esm/api";

register();

// Tasks that nobody has begun are taken one at a time, by whichever thread is free.
parentPort.on("message", async ({job, module, tasks, order, begun}) => {
  try {
    const {work} = await import(module);
    for (let next; (next = Atomics.add(begun, 0, 1)) < order.length; )
      parentPort.postMessage({job, task: order[next], result: await work(tasks[order[next]])});
  } catch (error) {
    parentPort.postMessage({job, error});
  }
});
