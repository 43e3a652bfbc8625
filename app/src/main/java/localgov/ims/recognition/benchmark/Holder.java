package localgov.ims.recognition.benchmark;

import localgov.ims.recognition.Called;

/// An account of the made-up borough and who usually pays it.
///
/// @param due in pence
/// @param payer by what the usual payer's bank account is known
/// @param times how often that bank account has paid it so far
record Holder(String fund, String account, String name, Called called, long due, String payer, int times) {}
