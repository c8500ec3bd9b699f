/** What a citation begins with that is of the same source as the one before: "Ibid., 12", "Ebd., S. 12". */
export const SAME_SOURCE =
  /^\s*(?:(?:ibid(?:em)?|ebd|ebenda|idem|там же|同上)(?![\p{L}\p{N}])|id\.)/iu;
