import {spawnSync} from "node:child_process";

/**
 * The words before a command that take the network away from it: `unshare -rn`, or `unshare -n` where root may not map
 * itself. Null where the machine has no such thing.
 */
export function withoutNetwork(): string[] | null {
  const ways = [
    ["unshare", "-rn"],
    ["unshare", "-n"]
  ];
  return ways.find(([command, ...args]) => spawnSync(command!, [...args, "true"]).status === 0) ?? null;
}
