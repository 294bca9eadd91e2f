import {all, departs, first, follows, type PathwayRule} from "../rule.js";

const month = 30;

export const planAfterSurgery: PathwayRule = {
  id: "PR69",
  title: "Efter operation udarbejdes en genoptræningsplan",
  needs: ["surgery", "rehab_plan"],
  judge(pathway) {
    return all(pathway, "surgery", ({day}) => day >= 0).map((operation) => {
      const plan = first(pathway, "rehab_plan", ({day}) => day >= operation.day && day - operation.day <= month);
      return plan
        ? follows(plan, [operation, plan], "Planen udarbejdes efter operationen.")
        : departs(operation, [operation], "Ingen plan inden for 30 dage efter operationen.");
    });
  }
};
