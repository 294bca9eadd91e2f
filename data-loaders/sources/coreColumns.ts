/** The columns every audit extract has, whatever its code book. */
export const coreColumns = ["profession", "round", "participant_no", "registration_no", "consultation", "age", "sex"] as const;
