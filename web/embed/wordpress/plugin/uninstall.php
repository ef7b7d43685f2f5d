<?php
// Run by WordPress when the plugin is deleted: takes away the one thing it stored, on every site.
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( null ) as $sourcelight_site ) {
	if ( null === $sourcelight_site ) {
		delete_option( 'sourcelight_settings' );
	} else {
		delete_blog_option( $sourcelight_site, 'sourcelight_settings' );
	}
}
