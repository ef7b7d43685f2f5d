<?php
// Run by wordpress.mjs before its server: php setup.php FOLDER PLUGIN.zip installs and activates the
// plugin by WordPress's own installer, and makes a post to read. Prints {"post": ID}.
list( , $folder, $zip ) = $argv;
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';

$installed = ( new Plugin_Upgrader( new Automatic_Upgrader_Skin() ) )->install( $zip, array( 'overwrite_package' => true ) );
$problem   = is_wp_error( $installed ) ? $installed : activate_plugin( 'sourcelight/sourcelight.php' );
if ( true !== $installed || is_wp_error( $problem ) ) {
	fwrite( STDERR, is_wp_error( $problem ) ? $problem->get_error_message() : 'The plugin could not be installed.' );
	exit( 1 );
}

// No guided tours, and nobody asks whether the administrator's address is still right.
$quiet = array( 'welcomeGuide' => false, 'fullscreenMode' => false );
update_user_meta( 1, 'wp_persisted_preferences', array( 'core/edit-post' => $quiet, 'core' => $quiet, '_modified' => gmdate( 'c' ) ) );
update_option( 'admin_email_lifespan', time() + YEAR_IN_SECONDS );

$title = 'Bridge over the Varn closes for repairs';
$known = get_posts( array( 'title' => $title, 'post_status' => 'any' ) );
$post  = $known ? $known[0]->ID : wp_insert_post(
	array(
		'post_title'   => $title,
		'post_content' => file_get_contents( __DIR__ . '/article.html' ),
		'post_author'  => 1,
	)
);
echo json_encode( array( 'post' => $post ) );
