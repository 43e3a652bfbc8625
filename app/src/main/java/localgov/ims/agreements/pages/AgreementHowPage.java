package localgov.ims.agreements.pages;

/// What is chosen first: one sum or the same again and again, and how often.
///
/// @param action where the answer goes, and where what is asked next is found
/// @param both whether there is a choice between the two
/// @param account whose it is, where a colleague makes a plan for a payer; empty for payers
/// @param id of that account; empty for payers
public record AgreementHowPage(
        String action, String back, String name, String label, boolean both, String account, String id) {}
