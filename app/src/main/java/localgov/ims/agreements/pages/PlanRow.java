package localgov.ims.agreements.pages;

/// One payment of a plan.
///
/// @param state empty before anybody has agreed
/// @param colour of the state's tag
/// @param more what should be known of it, or empty
public record PlanRow(int number, String day, String amount, String state, String colour, String more) {}
