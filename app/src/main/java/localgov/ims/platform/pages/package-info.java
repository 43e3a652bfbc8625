/// How pages are made and what surrounds them: the frame of the portal and of the office, rendering, assets,
/// error pages, the content security policy. Other modules hand in what only they know through the small
/// interfaces here ([CouncilOnPages], [PersonOnPages], [OfficePlace], [OfficeSearch]).
@NullMarked
@NamedInterface("pages")
package localgov.ims.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
