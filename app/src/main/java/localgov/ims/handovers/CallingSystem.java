package localgov.ims.handovers;

import localgov.ims.people.ApiKey;

/// A system that hands payers over, with the key it has.
record CallingSystem(String code, String name, ApiKey key) {}
